package eu.sortie.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of the house, for any root package: the real one, and the samples that prove each rule can fail. */
enum HouseRule {
  LAYERS(
      root -> Layers.in(root)
          .because(
              "a package is read with those below it in mind and no others; a new one gets a line in Layers")),

  ENDS_MEET_IN_SPI(
      root -> noClasses()
          .that()
          .resideInAnyPackage(under(root, "drill"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(under(root, Layers.ADAPTERS))
          .allowEmptyShould(true)
          .because(
              "drill finds its ends through ServiceLoader, so that an end can be added without touching it")),

  ADAPTERS_DO_NOT_KNOW_DRILL(root -> noClasses()
      .that()
      .resideInAnyPackage(under(root, Layers.ADAPTERS))
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(under(root, "drill"))
      .allowEmptyShould(true)
      .because("an adapter author reads spi alone")),

  PURE_PACKAGES_USE_THE_JDK_ALONE(root -> classes()
      .that()
      .resideInAnyPackage(under(root, Layers.PURE))
      .should()
      .onlyDependOnClassesThat(resideInAnyPackage(under(root, Layers.PURE))
          .or(resideInAnyPackage("java..", "org.jspecify.annotations"))
          .or(describe("are arrays or primitives", type -> type.getPackageName().isEmpty())))
      .because("what is lost, and what it costs, must be computable without any SDK")),

  PURE_PACKAGES_DO_NO_IO(root -> noClasses()
      .that()
      .resideInAnyPackage(under(root, Layers.PURE))
      .should()
      .dependOnClassesThat(
          resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..")
              .or(describe("are files", HouseRule::isFile)))
      .because("this half of the code is tested in milliseconds")),

  PURE_PACKAGES_READ_NO_CLOCK(root -> noClasses()
      .that()
      .resideInAnyPackage(under(root, Layers.PURE))
      .should()
      .callMethodWhere(describe("a clock is read", HouseRule::readsClock))
      .because("time is handed in, so that the same inventories always give the same losses")),

  NO_SCRAP_PACKAGES(root -> noClasses()
      .that()
      .arePublic()
      .should()
      .resideInAnyPackage(
          "..util..", "..utils..", "..impl..", "..common..", "..helper..", "..helpers..")
      .because("a package is called after what is in it")),

  NO_EMPTY_NAMES(root -> noClasses()
      .should()
      .haveNameMatching(".*(Manager|Utils?|Impl|Helpers?)")
      .because("a type is called after what it is; if no noun fits, one is missing")),

  PUBLIC_TYPES_ARE_CLOSED(root -> classes()
      .that()
      .arePublic()
      .should(be(
          "final, sealed, a record, an enum, an interface or an annotation", HouseRule::isClosed))
      .because("what is public is kept for years, and nobody asked to extend it")),

  SILENT_OUTSIDE_CLI(root -> noClasses()
      .that()
      .resideOutsideOfPackages(under(root, "cli"))
      .should(ACCESS_STANDARD_STREAMS)
      .because("the standard streams belong to the command; what happened is in the journal")),

  NO_GENERIC_EXCEPTIONS(root -> noClasses()
      .should(THROW_GENERIC_EXCEPTIONS)
      .because("an error is misuse, a breach or inconclusive, and says which")),

  NO_SLEEP(
      root -> noClasses()
          .should()
          .callMethodWhere(describe("a thread sleeps", HouseRule::sleeps))
          .because(
              "a wait that is too short fails now and then, and one that is too long always costs; wait for what is awaited")),

  NO_CYCLES(root -> slices()
      .matching(root + ".(*)..")
      .should()
      .beFreeOfCycles()
      .because("packages in a ring are one package")),

  NULL_MARKED(root -> classes()
      .should(be(
          "in a package that is @NullMarked",
          type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")))
      .because("NullAway looks only where it is told to"));

  private static final List<String> FILES = List.of(
      "java.io.File",
      "java.io.FileDescriptor",
      "java.io.FileInputStream",
      "java.io.FileOutputStream",
      "java.io.FileReader",
      "java.io.FileWriter",
      "java.io.RandomAccessFile");

  @SuppressWarnings(
      "ImmutableEnumChecker") // because each function is written above and holds nothing
  private final Function<String, ArchRule> rule;

  HouseRule(Function<String, ArchRule> rule) {
    this.rule = rule;
  }

  /** The rule for the packages under a root. */
  ArchRule under(String root) {
    return rule.apply(root);
  }

  private static String[] under(String root, String... packages) {
    return Stream.of(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
  }

  private static boolean isFile(JavaClass type) {
    return FILES.contains(type.getName());
  }

  private static boolean readsClock(JavaMethodCall call) {
    var owner = call.getTargetOwner().getName();
    var method = call.getName();
    return owner.equals("java.lang.System")
        ? List.of("nanoTime", "currentTimeMillis").contains(method)
        : owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system"));
  }

  private static boolean sleeps(JavaMethodCall call) {
    var owner = call.getTargetOwner();
    return call.getName().equals("sleep")
        && (owner.isEquivalentTo(Thread.class) || owner.isEquivalentTo(TimeUnit.class));
  }

  private static boolean isClosed(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL)
        || type.isInterface()
        || type.isEnum()
        || type.reflect().isSealed();
  }

  private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> holds) {
    return new ArchCondition<>("be " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(new SimpleConditionEvent(
            type,
            holds.test(type),
            "%s is %s%s".formatted(type.getName(), holds.test(type) ? "" : "not ", what)));
      }
    };
  }
}
