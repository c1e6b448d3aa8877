package eu.sortie.architecture.samples.inventory;

import java.io.File;
import java.nio.file.Path;

record ReadsFile(Path path, File file) {}
