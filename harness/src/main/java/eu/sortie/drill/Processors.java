package eu.sortie.drill;

import java.lang.management.ManagementFactory;

/** The processors of the machine a drill runs on. */
interface Processors {

  /** How busy all of them were since this was asked last, from 0 to 1; negative where the machine does not say. */
  double busy();

  /** Processor time of this process so far. */
  long ownNanos();

  static Processors ofThisMachine() {
    if (!(ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system)) {
      return new Processors() {
        @Override
        public double busy() {
          return -1;
        }

        @Override
        public long ownNanos() {
          return 0;
        }
      };
    }
    return new Processors() {
      @Override
      public double busy() {
        double load = system.getCpuLoad();
        return Double.isNaN(load) ? -1 : load;
      }

      @Override
      public long ownNanos() {
        return system.getProcessCpuTime();
      }
    };
  }
}
