package govsearch.engine.opensearch;

import govsearch.engine.CountByContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchCountByTest extends CountByContract implements OpenSearchUnderTest {}
