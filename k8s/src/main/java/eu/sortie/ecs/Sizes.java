package eu.sortie.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** CPU and memory: of a container, and of the task where it has but one. */
final class Sizes {

  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";
  private static final String RESERVED = "memoryReservation";
  private static final BigDecimal UNITS_OF_CORE = new BigDecimal(1024);
  private static final BigDecimal MILLICORES_OF_CORE = new BigDecimal(1000);
  private static final String TOGETHER =
      "It bounds all containers of the task together; in a pod each has a bound of its own, and those that say none have none.";

  private Sizes() {}

  static void ofContainer(Facts definition, Place container) {
    var resources = container.has("resources")
            || definition.number(CPU).orElse(0L) > 0
            || definition.has(MEMORY)
            || definition.has(RESERVED)
        ? container.in("resources")
        : null;
    if (resources == null) {
      return;
    }
    definition
        .number(CPU)
        .filter(units -> units > 0)
        .ifPresent(units -> resources
            .in("requests")
            .set(
                CPU,
                millicores(new BigDecimal(units)),
                Rule.CPU,
                "cpu: %d units".formatted(units)));
    definition
        .number(MEMORY)
        .ifPresent(mib -> resources
            .in("limits")
            .set(MEMORY, mib + "Mi", Rule.MEMORY, "memory: %d MiB".formatted(mib)));
    definition
        .number(RESERVED)
        .ifPresent(mib -> resources
            .in("requests")
            .set(MEMORY, mib + "Mi", Rule.MEMORY, "memoryReservation: %d MiB".formatted(mib)));
  }

  /** The size of a task goes to its only container; of several, nobody knows whose it is. */
  static void ofTask(Facts task, Place pod, boolean single) {
    if (!single) {
      task.text(CPU).ifPresent(cpu -> pod.draft().lost(task.label(CPU), cpu, TOGETHER));
      task.text(MEMORY).ifPresent(memory -> pod.draft().lost(task.label(MEMORY), memory, TOGETHER));
      return;
    }
    var container = firstContainer(pod);
    task.text(CPU)
        .ifPresent(cpu -> container
            .in("resources")
            .in("limits")
            .set(CPU, millicores(units(cpu)), Rule.TASK_SIZE, "cpu of the task: " + cpu));
    task.text(MEMORY).ifPresent(memory -> {
      var limits = container.in("resources").in("limits");
      if (limits.has(MEMORY)) {
        pod.draft()
            .lost(
                task.label(MEMORY),
                memory,
                "Its only container has a smaller bound of its own, so nothing is left of this one.");
      } else {
        limits.set(MEMORY, mib(memory) + "Mi", Rule.TASK_SIZE, "memory of the task: " + memory);
      }
    });
  }

  private static Place firstContainer(Place pod) {
    return new Place(pod.draft(), pod.pointer() + "/containers/0", (ObjectNode)
        pod.node().path("containers").get(0));
  }

  private static String millicores(BigDecimal units) {
    return units.multiply(MILLICORES_OF_CORE).divide(UNITS_OF_CORE, 0, RoundingMode.CEILING) + "m";
  }

  /** As units, or as cores: {@code 256}, {@code .25 vCPU}. */
  private static BigDecimal units(String cpu) {
    var text = cpu.toLowerCase(Locale.ROOT).strip();
    return text.endsWith("vcpu")
        ? number(text.substring(0, text.length() - "vcpu".length())).multiply(UNITS_OF_CORE)
        : number(text);
  }

  /** As MiB, or as GB: {@code 512}, {@code 1 GB}. */
  private static String mib(String memory) {
    var text = memory.toLowerCase(Locale.ROOT).strip();
    var mib = text.endsWith("gb")
        ? number(text.substring(0, text.length() - "gb".length())).multiply(UNITS_OF_CORE)
        : number(text.replaceAll("(mb|mib)$", ""));
    return mib.setScale(0, RoundingMode.CEILING).toPlainString();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.strip());
  }
}
