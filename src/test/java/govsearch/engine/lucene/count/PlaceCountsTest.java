package govsearch.engine.lucene.count;

import static org.assertj.core.api.Assertions.assertThat;

import govsearch.engine.FacetCounts;
import govsearch.engine.lucene.document.FacetLabels;
import govsearch.engine.lucene.snapshot.FacetValues;
import govsearch.query.FacetField;
import govsearch.query.FacetListing;
import govsearch.query.Filters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceCountsTest {

  private static final int ROUNDS = 200;
  private static final int REPORTS = 300;

  private final Random random = new Random(20_261_128);

  /** A county may bear the name of a town beside it: then there is something below a town. */
  @Test
  void listsTheSameRegionsWhetherOrNotTownsAreCounted() {
    int withTowns = 0;
    for (int round = 0; round < ROUNDS; round++) {
      FacetValues places = new FacetValues(FacetField.REGION);
      List<Integer> ofReports = new ArrayList<>();
      for (int i = 0; i < REPORTS; i++) {
        ofReports.add(places.place(label(round % 2 == 0)));
      }
      places.publish();
      FacetCounts byTown = listed(places, ofReports, true);
      FacetCounts byRegion = listed(places, ofReports, false);
      assertThat(byRegion).isEqualTo(byTown);
      withTowns += byTown.values().getFirst().children() > 0 ? 1 : 0;
    }
    assertThat(withTowns).isPositive();
  }

  private String label(boolean alike) {
    List<String> region = new ArrayList<>();
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      region.add((alike ? "甲" : "县") + random.nextInt(4));
    }
    @Nullable String town = random.nextInt(5) == 0 ? null : (alike ? "甲" : "镇") + random.nextInt(9);
    return FacetLabels.region(region.isEmpty() ? List.of(FacetField.UNSTATED) : region, town);
  }

  private FacetCounts listed(FacetValues places, List<Integer> ofReports, boolean ofTowns) {
    PlaceCounts counts = PlaceCounts.of(places, true, ofTowns);
    BitSet seen = new BitSet();
    Random numbers = new Random(7);
    for (int place : ofReports) {
      boolean isNewTown = places.towns().get(place) && !seen.get(place);
      seen.set(place);
      counts.add(place, 1 + numbers.nextInt(5), isNewTown);
    }
    return new FacetCounter(
            FacetField.REGION, places, FacetListing.ALL, counts.counts(), counts.townsBelow())
        .list(Filters.NONE.on(FacetField.REGION));
  }
}
