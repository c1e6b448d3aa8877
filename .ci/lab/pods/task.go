// Says what it was told to say and ends well; with WRITES it also begins that file with it, where there is none yet.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
)

func main() {
	says := os.Getenv("SAYS")
	fmt.Println(says)
	writes := os.Getenv("WRITES")
	if writes == "" {
		return
	}
	file, err := os.OpenFile(writes, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return
	}
	if err != nil {
		log.Fatal(err)
	}
	if _, err := fmt.Fprintln(file, says); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}
