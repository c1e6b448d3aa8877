package eu.sortie.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service accounts that stand for task roles, one for each role. */
final class Accounts {

  private static final String GRANT =
      "The grant itself is lost, for the role is AWS's and nobody else honours it; what the workload may do has to be granted anew.";

  private final Taken taken = new Taken();
  private final Map<String, Draft> accounts = new LinkedHashMap<>();

  /** The name of the account for a role. */
  String of(String role, String label) {
    var account = accounts.computeIfAbsent(
        role, any -> new Draft("v1", "ServiceAccount", taken.free(Names.of(Names.last(role)))));
    account.lost(label, role, GRANT);
    return account.name();
  }

  List<Draft> all() {
    return new ArrayList<>(accounts.values());
  }
}
