package eu.sortie.architecture.samples.s3;

import eu.sortie.architecture.samples.drill.NamesAdapter;

public record NamesDrill(NamesAdapter drill) {}
