/**
 * The Kubernetes ends: Fabric8's client reads a namespace, whatever kinds of resources its cluster knows.
 *
 * <p>What was declared is told apart from what a cluster filled in by the ownership of fields that the cluster itself keeps
 * ({@code managedFields}), never by a list of defaults of ours. Resources are read as JSON, not as classes, so no field is lost in
 * the reading.
 */
@NullMarked
package eu.sortie.k8s;

import org.jspecify.annotations.NullMarked;
