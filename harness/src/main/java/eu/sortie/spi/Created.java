package eu.sortie.spi;

/**
 * Something a drill makes at an end.
 *
 * @param end at which end
 * @param what names it, as in {@code bucket photos-drill-7f3a}
 * @param wayOut how a person removes it by hand
 */
public record Created(String end, String what, String wayOut) {}
