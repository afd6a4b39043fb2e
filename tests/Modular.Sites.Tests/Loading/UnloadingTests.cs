using System.Runtime.CompilerServices;
using Modular.Contracts.Answers;
using Modular.Contracts.Rules;
using Modular.Contracts.Sites;

namespace Modular.Sites.Tests.Loading;

[TestClass]
public sealed class UnloadingTests
{
    [TestMethod]
    [DataRow("Working")]
    [DataRow("Throwing")]
    public void Code_is_unloaded_once_nobody_holds_the_site(string project)
    {
        using var plugin = new TempPlugin().WithCode(project);

        var code = Use(plugin);
        Collect(code);

        Assert.IsFalse(code.IsAlive, "the plugin's assembly is still loaded");
    }

    [TestMethod]
    public void Code_stays_for_as_long_as_a_request_holds_the_site()
    {
        using var plugin = new TempPlugin().WithCode("Working");
        var site = plugin.Load();
        var code = Code(site);

        Collect(code);

        Assert.IsTrue(code.IsAlive);
        Assert.IsEmpty(site.Rules.Check(new SituationDraft("situation", AnswerSet.Empty, [], default, new Limits())));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(TempPlugin plugin)
    {
        var site = plugin.Load();
        try
        {
            _ = site.Rules.Check(new SituationDraft("situation", AnswerSet.Empty, [new FreeText("note", "x")], default, new Limits()));
        }
        catch (RuleFailedException failure)
        {
            _ = failure.ToString();
        }

        return Code(site);
    }

    /// <summary>The rules' own assembly, behind the guard.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Code(LoadedSite site) =>
        new(((Sites.Loading.GuardedRules)site.Rules).Code);

    private static void Collect(WeakReference code)
    {
        for (var i = 0; code.IsAlive && i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
