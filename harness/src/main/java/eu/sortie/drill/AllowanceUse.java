package eu.sortie.drill;

/**
 * An allowance and how many losses needed it.
 *
 * @param words what it accepts
 * @param because why
 * @param losses how many it accepted; an allowance no loss needed is reported as unused
 */
public record AllowanceUse(String words, String because, long losses) {}
