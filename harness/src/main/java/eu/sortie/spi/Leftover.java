package eu.sortie.spi;

/**
 * Something a drill made and could not remove.
 *
 * @param what names it
 * @param because why it is still there
 * @param wayOut how a person removes it by hand
 */
public record Leftover(String what, String because, String wayOut) {}
