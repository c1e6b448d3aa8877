package eu.sortie.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          rate(1 minute)             | * * * * *
          rate(5 minutes)            | */5 * * * *
          rate(60 minutes)           | 0 * * * *
          rate(1 hour)               | 0 * * * *
          rate(6 hours)              | 0 */6 * * *
          rate(24 hours)             | 0 0 * * *
          rate(1 day)                | 0 0 * * *
          cron(0 10 * * ? *)         | 0 10 * * *
          cron(15 12 ? * 2-6 *)      | 15 12 * * 1-5
          cron(0 18 ? * MON-FRI *)   | 0 18 * * MON-FRI
          cron(0/15 8-17 ? * 1,7 *)  | 0-59/15 8-17 * * 0,6
          cron(5/10 * ? JAN-JUN * *) | 5-59/10 * * JAN-JUN *
          cron(0 0 ? * 2/2 *)        | 0 0 * * 1-6/2
          cron(*/10 * * * ? ?)       | */10 * * * *
          cron(0 0 1/7 * ? *)        | 0 0 1-31/7 * *
          """)
  void isSaidAsACronJobSaysIt(String expression, String cron) {
    assertThat(CronSchedule.of(expression)).isEqualTo(new CronSchedule(cron, ""));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          rate(7 minutes)          | 7 minutes do not go into what is counted there
          rate(5 hours)            | 5 hours do not go into what is counted there
          rate(7 days)             | 7 days do not go into what is counted there
          cron(0 0 1 1 ? 2027)     | it names years
          cron(0 0 L * ? *)        | last day ('L')
          cron(0 0 ? * 6L *)       | last day ('L')
          cron(0 0 LW * ? *)       | last day ('L')
          cron(0 0 3W * ? *)       | nearest weekday ('W')
          cron(0 0 ? * 6#3 *)      | no '#'
          cron(0 0 * * ?)          | it has 5 fields
          at(2027-01-01T00:00:00)  | neither a rate nor a cron expression
          """)
  void isRefusedWhereNoCronJobCanSayIt(String expression, String because) {
    assertThat(CronSchedule.of(expression).cron()).isEmpty();
    assertThat(CronSchedule.of(expression).because()).contains(because);
  }
}
