package eu.sortie.ecs;

import java.util.Locale;

/** A way in which something of ECS is said in Kubernetes. */
enum Rule {
  CPU(
      "the `cpu` units of a container become the millicores it asks for",
      "A core has 1024 units, and they are a share that is granted and no bound."),
  MEMORY(
      "the `memory` of a container becomes its limit, `memoryReservation` what it asks for",
      "ECS counts in MiB, ends a container above the first and sets the second aside."),
  TASK_SIZE(
      "the size of a task with one container becomes that container's limit",
      "A task may use no more than its size, and one container is all of the task."),
  COMMAND(
      "`entryPoint` becomes `command`, `command` becomes `args`",
      "Kubernetes calls them so; both mean the same."),
  DOLLAR(
      "`$` in commands and variables is doubled where Kubernetes would read it as a variable",
      "ECS hands it on as it is, and Kubernetes puts a value in the place of $(NAME) and one $ in that of two."),
  SECRET(
      "`secrets` from Secrets Manager and secure parameters are fetched into a secret",
      "The store stays at the source, so the value leaves; what changes there later no longer arrives."),
  PARAMETER(
      "`secrets` from plain parameters of SSM are fetched into a config map",
      "The store stays at the source, so the value leaves; it is no secret there either."),
  USER("`user` becomes the numbers of user and group", "Kubernetes takes them as two fields."),
  HEALTH_CHECK(
      "`healthCheck` becomes a liveness probe",
      "ECS replaces the task of an unhealthy container, and Kubernetes starts the container again."),
  TARGET_GROUP(
      "the health check of a target group becomes a readiness probe",
      "A load balancer sends nothing to who fails it, and so does a service; ECS would have replaced the task too."),
  RESTART(
      "a container that ends is started again by itself",
      "ECS replaces the whole task when an essential container ends; containers of a pod are started again one by one."),
  DEPENDENCY(
      "a container that others wait for becomes an init container, one that goes on running with `restartPolicy: Always`",
      "Init containers start in their order, each when the one before it ended, or started, or is healthy where it has a startup probe."),
  JOB_SIDECAR(
      "a container of a scheduled task that is not essential becomes an init container with `restartPolicy: Always`",
      "A task ends when its essential containers do, and a job when its containers do that are no init containers."),
  NAME(
      "names are written in the letters that Kubernetes takes",
      "It takes lower case letters, digits and hyphens, up to 63."),
  PROCESSES(
      "`initProcessEnabled` and `pidMode: task` become a shared process namespace",
      "The process that holds a pod together then picks up orphans, as the init process did; the containers see each other's processes."),
  SHARED_MEMORY(
      "`sharedMemorySize` and `tmpfs` become volumes in memory",
      "Kubernetes has no other way to make room in memory."),
  STOP_TIMEOUT(
      "the longest `stopTimeout` becomes the grace period of the pod",
      "A pod has one for all of its containers."),
  HOSTS("`extraHosts` become host aliases", "A pod has one list for all of its containers."),
  SYSCTL(
      "`systemControls` become sysctls of the pod",
      "A pod has one list for all of its containers."),
  PLATFORM(
      "`runtimePlatform` becomes a selector of nodes",
      "Nodes carry their system and architecture as labels of Kubernetes."),
  EMPTY_VOLUME(
      "a volume that lives as long as its task becomes an `emptyDir`",
      "It begins empty and goes with the pod."),
  EFS(
      "a file system of EFS becomes a claim that many may write, of 10Gi",
      "EFS grows as it is filled and a claim has to say a size; the destination's default class has to allow it."),
  EBS(
      "an EBS volume that ECS makes for each task becomes an ephemeral claim",
      "It comes and goes with the pod."),
  GPU(
      "`resourceRequirements` of GPUs become `nvidia.com/gpu`",
      "So nodes offer them where a device plugin runs."),
  EPHEMERAL(
      "`ephemeralStorage` becomes what the one container asks for",
      "A pod may use what its containers ask for."),
  ROLLING_UPDATE(
      "`maximumPercent` and `minimumHealthyPercent` become surge and unavailability",
      "One counts from what is wanted, the other what is above and below it."),
  ROLE(
      "the task role becomes a service account without any right",
      "Somebody has to be who the role was; what it was allowed is lost, and is named."),
  SCALING(
      "a target of mean CPU or memory becomes that of an autoscaler",
      "ECS measures against what the task reserves, and Kubernetes against what its containers ask for."),
  COOLDOWN(
      "cooldowns become stabilization windows",
      "Both keep a scaling from being undone at once; a window looks back at what was wanted, where a cooldown waits."),
  SCHEDULE(
      "`rate` and `cron` become the schedule of a cron job, in UTC",
      "EventBridge counts days of the week from 1 and a rate from when its rule was made; a cron job counts from 0 and by the clock."),
  OVERRIDE(
      "what a schedule says of a container takes the place of what its definition says",
      "That is what the task would have been started with.");

  private final String what;
  private final String because;

  Rule(String what, String because) {
    this.what = what;
    this.because = because;
  }

  /** By which reports call it. */
  String label() {
    return "ecs-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it does, in a few words. */
  String what() {
    return what;
  }

  String because() {
    return because;
  }
}
