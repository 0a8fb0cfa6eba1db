package govsearch.engine.opensearch.read;

import govsearch.engine.opensearch.client.Json;
import java.util.Map;

/**
 * Counts what a {@link Spread} says, by a script that looks at a report once, since its paragraphs
 * are neighbours; of ten thousands of towns only the numbers are sent.
 */
final class SpreadScript {
  private static final String BEGIN =
      """
      state.run = new long[6];
      state.count = new long[6];
      state.reports = new long[64]; state.names = new long[64];
      state.places = new long[64]; state.areas = new long[64]; state.years = new long[64];
      """;

  /**
   * Tables of keys, each with a value behind it. Of places that is their area, of areas how many
   * paragraphs there are, and from bit 40 how many places. What is known of the report that has
   * just ended is put to the rest.
   */
  private static final String TABLES =
      """
      int at(long[] table, long key) {
        int mask = table.length / 2 - 1;
        int i = ((int) ((key * -7046029254386353131L) >>> 40)) & mask;
        while (table[2 * i] != 0L && table[2 * i] != key) { i = (i + 1) & mask; }
        return 2 * i;
      }
      long[] room(long[] table, long count) {
        if (count * 4L <= table.length) { return table; }
        long[] larger = new long[2 * table.length];
        for (int i = 0; i < table.length; i += 2) {
          if (table[i] != 0L) {
            int to = at(larger, table[i]);
            larger[to] = table[i];
            larger[to + 1] = table[i + 1];
          }
        }
        return larger;
      }
      void close(Map state) {
        long[] run = state.run;
        if (run[1] == 0L) { return; }
        long[] count = state.count;
        long[] table = state.reports;
        int i = at(table, run[0]);
        if (table[i] == 0L) {
          table[i] = run[0]; count[0] += 1L; state.reports = room(table, count[0]);
        }
        table = state.names;
        i = at(table, run[3]);
        if (table[i] == 0L) {
          table[i] = run[3]; count[1] += 1L; state.names = room(table, count[1]);
        }
        long sum = run[1];
        if (run[4] == 0L) {
          count[4] += run[1];
        } else {
          table = state.places;
          i = at(table, run[4]);
          if (table[i] == 0L) {
            table[i] = run[4]; table[i + 1] = run[2]; count[2] += 1L; sum += 1L << 40;
            state.places = room(table, count[2]);
          }
        }
        table = state.areas;
        i = at(table, run[2]);
        table[i + 1] += sum;
        if (table[i] == 0L) {
          table[i] = run[2]; count[3] += 1L; state.areas = room(table, count[3]);
        }
        table = state.years;
        i = at(table, run[5]);
        table[i + 1] += run[1];
        if (table[i] == 0L) {
          table[i] = run[5]; count[5] += 1L; state.years = room(table, count[5]);
        }
      }
      """;

  private static final String EACH =
      TABLES
          + """
          long report = doc['report_number'].value;
          long[] run = state.run;
          if (run[1] != 0L && run[0] == report) { run[1] += 1L; return; }
          close(state);
          run[0] = report;
          run[1] = 1L;
          run[2] = doc['area_number'].value;
          run[3] = doc['town_number'].value;
          run[4] = doc['town_place'].size() == 0 ? 0L : doc['town_place'].value;
          run[5] = doc['oldest'].value + 1L;
          """;

  /** A loop may be gone through a million times at the most, and a table be longer. */
  private static final String OF_SHARD =
      TABLES
          + """
          int some(long[] table, int from, int to, long[] all, int next) {
            for (int i = from; i < to; i += 2) {
              if (table[i] != 0L) { all[next] = table[i]; all[next + 1] = table[i + 1]; next += 2; }
            }
            return next;
          }
          long[] used(long[] table, long count) {
            long[] all = new long[2 * (int) count];
            int half = table.length / 2;
            some(table, half, table.length, all, some(table, 0, half, all, 0));
            return all;
          }
          close(state);
          long[] count = state.count;
          List all = new ArrayList();
          all.add(count);
          all.add(used(state.reports, count[0]));
          all.add(used(state.names, count[1]));
          all.add(used(state.places, count[2]));
          all.add(used(state.areas, count[3]));
          all.add(used(state.years, count[5]));
          return all;
          """;

  private static final String OF_ALL =
      """
      int many = 0;
      def only = null;
      for (def one : states) { if (one != null) { many += 1; only = one; } }
      long[] count = new long[6];
      Map areas = new HashMap();
      Map years = new HashMap();
      for (def one : states) {
        if (one != null) {
          long[] table = one.get(5);
          for (int i = 0; i < table.length; i += 2) {
            long before = years.containsKey(table[i]) ? years.get(table[i]) : 0L;
            years.put(table[i], before + table[i + 1]);
          }
        }
      }
      if (many == 1) {
        count = only.get(0);
        long[] table = only.get(4);
        for (int i = 0; i < table.length; i += 2) {
          long[] sums = new long[2];
          sums[0] = table[i + 1] & 0xFFFFFFFFFFL;
          sums[1] = table[i + 1] >>> 40;
          areas.put(table[i], sums);
        }
      } else if (many > 1) {
        Set reports = new HashSet();
        Set names = new HashSet();
        Map places = new HashMap();
        for (def one : states) {
          if (one != null) {
            long[] table = one.get(0);
            count[4] += table[4];
            table = one.get(1);
            for (int i = 0; i < table.length; i += 2) { reports.add(table[i]); }
            table = one.get(2);
            for (int i = 0; i < table.length; i += 2) { names.add(table[i]); }
            table = one.get(3);
            for (int i = 0; i < table.length; i += 2) { places.put(table[i], table[i + 1]); }
            table = one.get(4);
            for (int i = 0; i < table.length; i += 2) {
              long[] sums = areas.get(table[i]);
              if (sums == null) { sums = new long[2]; areas.put(table[i], sums); }
              sums[0] += table[i + 1] & 0xFFFFFFFFFFL;
            }
          }
        }
        for (def area : places.values()) { long[] sums = areas.get(area); sums[1] += 1L; }
        count[0] = reports.size(); count[1] = names.size(); count[2] = places.size();
      }
      long[] flat = new long[3 * areas.size()];
      int next = 0;
      for (def one : areas.entrySet()) {
        long[] sums = one.getValue();
        flat[next] = one.getKey(); flat[next + 1] = sums[0]; flat[next + 2] = sums[1]; next += 3;
      }
      long[] ofYears = new long[2 * years.size()];
      next = 0;
      for (def one : years.entrySet()) {
        ofYears[next] = one.getKey() - 1L; ofYears[next + 1] = one.getValue(); next += 2;
      }
      Map all = new HashMap();
      all.put('reports', count[0]);
      all.put('names', count[1]);
      all.put('towns', count[2]);
      all.put('unstated', count[4]);
      all.put('areas', flat);
      all.put('years', ofYears);
      return all;
      """;

  private SpreadScript() {}

  /** The aggregation, whose value has what was counted. */
  static Map<String, Object> aggregation() {
    return Json.of(
        "scripted_metric",
        Json.of(
            "init_script", BEGIN,
            "map_script", EACH,
            "combine_script", OF_SHARD,
            "reduce_script", OF_ALL));
  }
}
