/** The environment that needs no account and no Docker: published S3 servers, started as processes of their own. */
@NullMarked
package eu.sortie.embedded;

import org.jspecify.annotations.NullMarked;
