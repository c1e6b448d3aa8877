/** Proves that no loss goes unnamed: a proxy that loses things on purpose, buckets made by chance, and an oracle that knows nothing of Sortie. */
@NullMarked
package eu.sortie.proof;

import org.jspecify.annotations.NullMarked;
