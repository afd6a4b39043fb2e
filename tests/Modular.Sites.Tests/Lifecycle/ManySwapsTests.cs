using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;
using Modular.Sites.Lifecycle;
using Modular.Sites.Loading;

namespace Modular.Sites.Tests.Lifecycle;

/// <summary>Alone, because it weighs the process.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ManySwapsTests
{
    private const int Swaps = 200;
    private const int WarmUp = 40;
    private const double MebiByte = 1 << 20;

    [TestMethod]
    public async Task Two_hundred_swaps_of_a_site_with_code_leave_one_version_loaded_and_the_memory_as_it_was()
    {
        await using var watched = new WatchedFolder();
        watched.Drop("Minimal", code: "Leaning");
        await using var services = watched.Services();
        var catalogue = services.GetRequiredService<SiteCatalogue>();
        catalogue.Open();
        var old = new List<WeakReference>();
        var (heap, process) = (0.0, 0.0);
        for (var swap = 1; swap <= Swaps; swap++)
        {
            old.Add(Used(catalogue));
            Swap(watched, catalogue, swap);
            if (swap == WarmUp)
            {
                Collect(old);
                (heap, process) = Weight();
            }
        }

        Collect(old);
        var (heapAfter, processAfter) = Weight();

        Assert.AreEqual(0, old.Count(context => context.IsAlive), "versions that nobody uses are still loaded");
        Assert.AreEqual(1, AssemblyLoadContext.All.Count(context => context.Name == "Leaning"), "the one in use");
        var told = string.Create(CultureInfo.InvariantCulture, $"heap {heap:0.0} → {heapAfter:0.0} MiB, process {process:0.0} → {processAfter:0.0} MiB");
        TestContext.WriteLine(told);
        Assert.IsLessThan(0.5, heapAfter - heap, told);
        Assert.IsLessThan(40, processAfter - process, told);
    }

    public required TestContext TestContext { get; init; }

    /// <summary>Its rules are called, as a page calls them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Used(SiteCatalogue catalogue)
    {
        var site = catalogue.Find("minimal")!;
        Assert.HasCount(1, site.Rules.Check(Drafts.WithNote("x")).ToList());
        return new WeakReference(AssemblyLoadContext.GetLoadContext(((GuardedRules)site.Rules).Code));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Swap(WatchedFolder watched, SiteCatalogue catalogue, int number)
    {
        var before = catalogue.Find("minimal")!.Definition.Version;
        var after = string.Create(CultureInfo.InvariantCulture, $"1.{number}.0");
        watched.Change("Minimal", "site.json", $"\"version\": \"{before}\"", $"\"version\": \"{after}\"");
        catalogue.Look();
        catalogue.Look();
        Assert.AreEqual(after, catalogue.Find("minimal")!.Definition.Version);
    }

    private static void Collect(List<WeakReference> old)
    {
        for (var i = 0; i < 20 && old.Exists(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static (double Heap, double Process) Weight()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        // Without what the collector keeps for later: code that stays loaded is not on its heap.
        return (heap / MebiByte, (Environment.WorkingSet - GC.GetGCMemoryInfo().TotalCommittedBytes) / MebiByte);
    }
}
