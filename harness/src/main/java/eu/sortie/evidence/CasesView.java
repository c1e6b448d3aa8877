package eu.sortie.evidence;

import eu.sortie.drill.CaseResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The planted cases in the report: surprises first. */
record CasesView(boolean any, String counts, List<Case> cases) {

  private static final List<CaseResult.Fate> ORDER = List.of(
      CaseResult.Fate.LOST_BY_SURPRISE,
      CaseResult.Fate.UNKNOWN,
      CaseResult.Fate.LOST_AS_FORETOLD,
      CaseResult.Fate.NOT_PLANTED,
      CaseResult.Fate.KEPT);

  /** What became of one case; the shape goes with the word. */
  record Case(String id, String what, String fate, String shape, String detail) {

    static Case of(CaseResult found) {
      return new Case(
          found.id(),
          found.what(),
          found.fate().words(),
          "case-" + found.fate().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          Cut.text(found.detail()));
    }
  }

  static CasesView of(List<CaseResult> cases) {
    return new CasesView(
        !cases.isEmpty(),
        counts(cases),
        cases.stream()
            .sorted(Comparator.comparing((CaseResult found) -> ORDER.indexOf(found.fate()))
                .thenComparing(CaseResult::id))
            .map(Case::of)
            .toList());
  }

  /** As in {@code 20 kept, 3 lost by surprise}. */
  static String counts(List<CaseResult> cases) {
    return Arrays.stream(CaseResult.Fate.values())
        .filter(fate -> count(cases, fate) > 0)
        .map(fate -> Numbers.grouped(count(cases, fate)) + ' ' + fate.words())
        .collect(Collectors.joining(", "));
  }

  private static long count(List<CaseResult> cases, CaseResult.Fate fate) {
    return cases.stream().filter(found -> found.fate() == fate).count();
  }
}
