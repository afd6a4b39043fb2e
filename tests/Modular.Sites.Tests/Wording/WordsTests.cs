using Modular.Contracts.Answers;
using Modular.Contracts.Forms;
using Modular.Contracts.Presence;
using Modular.Contracts.Sites;
using Modular.Contracts.Wording;

namespace Modular.Sites.Tests.Wording;

[TestClass]
public sealed class WordsTests
{
    [TestMethod]
    public void A_key_has_one_word() => Assert.AreEqual("tenue", Words.Of("presence_state", "held"));

    [TestMethod]
    public void A_list_keeps_its_order() => Assert.AreSequenceEqual(new[] { "morning", "afternoon" }, Words.In("half_day").Keys.ToList());

    [TestMethod]
    public void A_key_that_is_not_there_is_null_when_looked_for_and_an_error_when_asked_for()
    {
        Assert.IsNull(Words.Find("presence_state", "dreamt"));
        Assert.AreEqual(
            "fr.json has no word for presence_state.dreamt.", Assert.ThrowsExactly<KeyNotFoundException>(() => Words.Of("presence_state", "dreamt")).Message);
    }

    [TestMethod]
    public void Every_value_of_the_contract_that_people_read_has_a_word()
    {
        CollectionAssert.AllItemsAreNotNull(Enum.GetValues<HalfDay>().Select(value => Words.Of("half_day", value)).ToList());
        CollectionAssert.AllItemsAreNotNull(Enum.GetValues<Force>().Select(value => Words.Of("force", value) + Words.Of("force_in_full", value)).ToList());
        CollectionAssert.AllItemsAreNotNull(Enum.GetValues<SiteState>().Select(value => Words.Of("site_state", value)).ToList());
        Assert.AreEqual("Ne sait pas, Refuse de répondre, Non demandé", string.Join(", ", Enum.GetValues<NotGiven>().Select(value => value.Label())));
    }
}
