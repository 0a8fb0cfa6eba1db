package govsearch.engine.opensearch;

import govsearch.engine.FacetListingContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchFacetListingTest extends FacetListingContract implements OpenSearchUnderTest {}
