package io.kitproof.broker.registry;

import io.kitproof.broker.fault.AwsFault;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operations on tags of types, groups, policies and certificates of authorities. */
public final class Tagging {

  private final Books books;

  Tagging(Books books) {
    this.books = books;
  }

  /**
   * Adds tags; those of the same key are replaced.
   *
   * @throws AwsFault ResourceNotFoundException; LimitExceededException for more than fifty
   */
  public void add(@Nullable String resource, Map<String, String> tags) {
    String arn = Constraint.RESOURCE.check("resourceArn", resource);
    Tags checked = Tags.checked(tags);
    books.change(
        () -> {
          checkExists(arn);
          books.putTags(arn, tagsOf(arn).with(checked));
        });
  }

  /**
   * Removes tags; those that are not there are fine.
   *
   * @throws AwsFault ResourceNotFoundException
   */
  public void remove(@Nullable String resource, Collection<String> keys) {
    String arn = Constraint.RESOURCE.check("resourceArn", resource);
    books.change(
        () -> {
          checkExists(arn);
          Map<String, String> left = new TreeMap<>(tagsOf(arn).values());
          left.keySet().removeAll(keys);
          books.putTags(arn, new Tags(left));
        });
  }

  /**
   * Tags in the order of their keys.
   *
   * @throws AwsFault ResourceNotFoundException
   */
  public Page<Map.Entry<String, String>> list(@Nullable String resource, Paging paging) {
    String arn = Constraint.RESOURCE.check("resourceArn", resource);
    checkExists(arn);
    return paging.byName(tagsOf(arn).values().entrySet().stream(), Map.Entry::getKey);
  }

  private Tags tagsOf(String arn) {
    return books.tags.find(arn).orElseGet(() -> new Tags(Map.of()));
  }

  private void checkExists(String arn) {
    boolean known =
        books.account.nameIn(arn, "thingtype").filter(books.types::has).isPresent()
            || books.account.nameIn(arn, "thinggroup").filter(books.groups::has).isPresent()
            || books.account.nameIn(arn, "policy").filter(books.policies::has).isPresent()
            || books.account.nameIn(arn, "cacert").filter(books.signatories::has).isPresent();
    if (!known) {
      throw Faults.notFound();
    }
  }
}
