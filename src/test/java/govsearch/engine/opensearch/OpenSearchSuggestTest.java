package govsearch.engine.opensearch;

import govsearch.engine.SuggestContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchSuggestTest extends SuggestContract implements OpenSearchUnderTest {}
