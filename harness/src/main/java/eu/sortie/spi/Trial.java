package eu.sortie.spi;

import java.util.function.Consumer;

/**
 * Leave to write at an end for trying how its clients have to be set; everything written is removed again.
 *
 * @param id names what is created, so that it is nobody else's
 * @param created told of each thing <em>before</em> it is created
 */
public record Trial(String id, Consumer<Created> created) {}
