package eu.sortie.architecture.samples.inventory;

import eu.sortie.architecture.samples.drill.NamesAdapter;

record LooksUp(NamesAdapter drill) {}
