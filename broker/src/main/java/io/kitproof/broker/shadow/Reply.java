package io.kitproof.broker.shadow;

import io.kitproof.broker.bus.Publication;
import io.kitproof.broker.fault.AwsFault;
import java.util.List;
import java.util.Optional;

/**
 * What a request leads to.
 *
 * @param answer to the one who asked
 * @param news for everyone who has subscribed, in their order; the answer is among it
 * @param refusal present if nothing was changed
 */
record Reply(byte[] answer, List<Publication> news, Optional<AwsFault> refusal) {}
