// Answers on port 8080 as a shop would: /health, /prices/NAME from the folder PRICES, /orders from the file ORDERS, where a POST adds a line.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

func main() {
	http.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "ok") })
	http.HandleFunc("/prices/", func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/prices/")
		if name != filepath.Base(name) {
			http.NotFound(w, r)
			return
		}
		send(w, "application/json", filepath.Join(os.Getenv("PRICES"), name+".json"))
	})
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			add(w, r)
			return
		}
		send(w, "application/jsonl", os.Getenv("ORDERS"))
	})
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-end
		os.Exit(0)
	}()
	log.Print("listening on :8080")
	log.Fatal(http.ListenAndServe(":8080", nil))
}

// send answers with what is in a file now: nothing is kept, so a changed mount shows.
func send(w http.ResponseWriter, kind, file string) {
	content, err := os.ReadFile(file)
	if err != nil {
		refuse(w, err)
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Write(content)
}

func add(w http.ResponseWriter, r *http.Request) {
	line, err := io.ReadAll(io.LimitReader(r.Body, 64<<10))
	if err != nil {
		refuse(w, err)
		return
	}
	file, err := os.OpenFile(os.Getenv("ORDERS"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		refuse(w, err)
		return
	}
	defer file.Close()
	if _, err := fmt.Fprintln(file, strings.TrimSpace(string(line))); err != nil {
		refuse(w, err)
		return
	}
	w.WriteHeader(http.StatusCreated)
}

func refuse(w http.ResponseWriter, err error) {
	log.Print(err)
	status := http.StatusInternalServerError
	if errors.Is(err, fs.ErrNotExist) {
		status = http.StatusNotFound
	}
	http.Error(w, http.StatusText(status), status)
}
