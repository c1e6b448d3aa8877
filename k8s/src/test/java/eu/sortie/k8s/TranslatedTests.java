package eu.sortie.k8s;

import static eu.sortie.scenario.ResourceTraits.SPEC;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.spi.Translation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drill knows of translations alone, and applies them one after the other. */
class TranslatedTests {

  private static final Translator TRANSLATOR = Translator.of("shop", "shop-drill-1a2b3c4d");

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
      persistentvolumeclaim/a | {'storageClassName':'gp3'}
      persistentvolumeclaim/a | {'storageClassName':'gp3','accessModes':['ReadWriteOnce']}
      deployment.apps/a | {'template':{'spec':{'nodeSelector':{'topology.kubernetes.io/zone':'eu-west-3a'}}}}
      deployment.apps/a | {'template':{'spec':{'affinity':{'nodeAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':[{'key':'topology.kubernetes.io/zone','operator':'In','values':['eu-west-3a']}]},{'matchExpressions':[{'key':'disk','operator':'Exists'}]}]}}}}}}
      deployment.apps/a | {'template':{'spec':{'affinity':{'nodeAffinity':{'preferredDuringSchedulingIgnoredDuringExecution':[{'weight':1,'preference':{'matchExpressions':[{'key':'topology.kubernetes.io/zone','operator':'In','values':['eu-west-3a']}]}},{'weight':2,'preference':{'matchExpressions':[{'key':'disk','operator':'Exists'}]}}]}}}}}
      service/a | {'type':'NodePort','ports':[{'port':80,'nodePort':30080},{'port':81,'nodePort':30081}]}
      """)
  void areEnoughToComeToWhatIsExpected(String key, String spec) {
    var leaving = Leaving.spec(key, spec);
    var translated = leaving.by(TRANSLATOR);

    assertThat(translated.translations()).isNotEmpty();
    assertThat(applied(leaving.traits(), translated.inFull(leaving.traits())))
        .isEqualTo(translated.expected().get(SPEC));
  }

  private static Value applied(Map<Trait, Value> traits, List<Translation> translations) {
    var entries = new TreeMap<>(
        traits.get(SPEC) instanceof Value.Entries some ? some.entries() : new HashMap<>());
    translations.forEach(one -> {
      if (one.after().isEmpty()) {
        entries.remove(one.entry());
      } else {
        entries.put(one.entry(), one.after());
      }
    });
    return Value.entries(entries);
  }
}
