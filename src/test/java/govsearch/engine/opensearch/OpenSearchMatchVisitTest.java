package govsearch.engine.opensearch;

import govsearch.engine.MatchVisitContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchMatchVisitTest extends MatchVisitContract implements OpenSearchUnderTest {}
