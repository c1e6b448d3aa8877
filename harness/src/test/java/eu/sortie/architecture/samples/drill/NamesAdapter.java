package eu.sortie.architecture.samples.drill;

import eu.sortie.architecture.samples.s3.NamesDrill;

public record NamesAdapter(NamesDrill adapter) {}
