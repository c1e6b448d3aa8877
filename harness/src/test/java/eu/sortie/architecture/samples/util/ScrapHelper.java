package eu.sortie.architecture.samples.util;

/** Public, open, in a scrap package, with an empty name, and not null-marked. */
public class ScrapHelper {}
