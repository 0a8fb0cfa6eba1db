package govsearch.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which values of the facets are listed. What is filtered by is listed always.
 *
 * @param containing by field, what the values' names contain in their literal forms; those that
 *     begin with it come first. Of a region it is the last name of its path, a town's included
 * @param regionParent path of the region of which those directly below are listed (all below, where
 *     names are looked for), towns included; null for all regions down to the counties
 */
public record FacetListing(Map<FacetField, String> containing, @Nullable String regionParent) {

  /** Everything, as far as it fits. */
  public static final FacetListing ALL = new FacetListing(Map.of(), null);

  public FacetListing {
    containing = Map.copyOf(containing);
  }
}
