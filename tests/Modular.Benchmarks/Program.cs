using System.Globalization;
using Modular.Benchmarks.Kills;
using Modular.Benchmarks.Measures;

switch (args)
{
    case ["smoke"]:
        await Smoke.RunAsync(Console.Out);
        return 0;
    case ["kills", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var kills) && kills > 0:
        return await KillTrial.RunAsync(kills, Console.Out) ? 0 : 1;
    case [BareKestrel.Command, var urls]:
        await BareKestrel.ServeAsync(urls);
        return 0;
    default:
        Console.Error.WriteLine("usage: smoke | kills N");
        return 2;
}
