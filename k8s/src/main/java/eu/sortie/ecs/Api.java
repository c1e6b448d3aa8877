package eu.sortie.ecs;

import java.util.regex.Pattern;

/** A service of the provider that is asked: where it is, and how it wants to be called. */
enum Api {
  ECS("ecs", "AmazonEC2ContainerServiceV20141113"),
  SSM("ssm", "AmazonSSM"),
  SECRETS_MANAGER("secretsmanager", "secretsmanager"),
  EVENTS("events", "AWSEvents"),
  AUTO_SCALING("application-autoscaling", "AnyScaleFrontendService"),
  CLOUD_MAP("servicediscovery", "Route53AutoNaming_v20170314"),
  /** The one that still answers in XML; its version stands where the others have a prefix. */
  LOAD_BALANCING("elasticloadbalancing", "2015-12-01");

  private static final Pattern READS = Pattern.compile("(Describe|List|Get)[A-Z].*");

  private final String host;
  private final String prefix;

  Api(String host, String prefix) {
    this.host = host;
    this.prefix = prefix;
  }

  /** In host names, and in signatures. */
  String host() {
    return host;
  }

  /** What stands in front of an operation in a request. */
  String prefix() {
    return prefix;
  }

  /** Whether an operation changes nothing, by its name. */
  static boolean reads(String operation) {
    return READS.matcher(operation).matches();
  }
}
