package eu.sortie.scenario;

import java.math.BigDecimal;

/**
 * How much a destination takes of something, as it says.
 *
 * @param value the number, in the unit the limit's name ends in
 * @param note what there is to know besides; may be empty
 * @param source who says so and when
 * @param verified false is from memory or by inference
 */
public record Limit(BigDecimal value, String note, String source, boolean verified) {}
