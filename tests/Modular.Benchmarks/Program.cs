using System.Globalization;
using Modular.Benchmarks.Trials;
using Modular.Benchmarks.Measures;

switch (args)
{
    case ["smoke"]:
        await Smoke.RunAsync(Console.Out);
        return 0;
    case ["smoke", var executable] when File.Exists(executable):
        await Smoke.RunAsync(Console.Out, Path.GetFullPath(executable));
        return 0;
    case ["scale"]:
        await Scale.RunAsync(Console.Out, 100_000);
        return 0;
    case ["scale", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var situations) && situations > 0:
        await Scale.RunAsync(Console.Out, situations);
        return 0;
    case ["figures"]:
        await Figures.RunAsync(Console.Out, 100_000, 2_250_000);
        return 0;
    case ["figures", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var situations) && situations > 0:
        await Figures.RunAsync(Console.Out, situations);
        return 0;
    case ["feeds"]:
        await Feeds.RunAsync(Console.Out);
        return 0;
    case ["kills", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var kills) && kills > 0:
        return await KillTrial.RunAsync(kills, Console.Out) ? 0 : 1;
    case ["drafts", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var kills) && kills > 0:
        return await DraftTrial.RunAsync(kills, Console.Out) ? 0 : 1;
    case ["drop"]:
        return await DropTrial.RunAsync(Console.Out, DropTrial.Allowed) ? 0 : 1;
    case ["outage"]:
        return await OutageTrial.RunAsync(Console.Out, OutageTrial.Quiet) ? 0 : 1;
    case [BareKestrel.Command, var urls]:
        await BareKestrel.ServeAsync(urls);
        return 0;
    default:
        Console.Error.WriteLine("usage: smoke [modular.dll of another build] | scale [N] | figures [N] | feeds | kills N | drafts N | drop | outage");
        return 2;
}
