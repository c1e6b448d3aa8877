/**
 * The source end that is an ECS cluster: its services and scheduled tasks, as resources of Kubernetes.
 *
 * <p>What is drawn up from what is pure: {@link eu.sortie.ecs.Drafting} is handed what the provider's services answered and asks nobody.
 */
@NullMarked
package eu.sortie.ecs;

import org.jspecify.annotations.NullMarked;
