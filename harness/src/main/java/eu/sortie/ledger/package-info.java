/** Inventories and transfers on disk: sorted, paired and aggregated out of core. */
@NullMarked
package eu.sortie.ledger;

import org.jspecify.annotations.NullMarked;
