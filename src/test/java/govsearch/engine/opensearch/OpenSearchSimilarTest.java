package govsearch.engine.opensearch;

import govsearch.engine.SimilarContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchSimilarTest extends SimilarContract implements OpenSearchUnderTest {}
