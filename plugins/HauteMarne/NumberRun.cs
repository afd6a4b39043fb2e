namespace HauteMarne;

/// <summary>Digits and what parts them: "2024 001234", "1234/00567/2024".</summary>
internal sealed class NumberRun(string run)
{
    public IReadOnlyList<string> Groups { get; } = run.Split([' ', '/', '.', '-'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Beside a word of the inquiry, is it a number of it? Years alone are none ("un PV de 2024", "2024/2025"), nor is a month ("03/2024") or a small number of
    /// something else, unless it was called a number.
    /// </summary>
    public bool IsProcedure(bool calledNumber)
    {
        var serial = Groups.Where(group => !IsYear(group)).ToList();
        var digits = serial.Sum(group => group.Length);
        return serial.Count > 0 && (calledNumber
            ? Groups.Sum(group => group.Length) >= 2
            : serial.Any(group => group.Length >= 3) || digits >= 5 || (OneYearAndSerial(serial) && !IsMonth(serial[0])));
    }

    private bool OneYearAndSerial(List<string> serial) => Groups.Count == 2 && serial is [{ Length: 2 }] && !run.Contains(' ', StringComparison.Ordinal);

    private static bool IsYear(string group) =>
        group.Length == 4 && (group.StartsWith("19", StringComparison.Ordinal) || group.StartsWith("20", StringComparison.Ordinal));

    private static bool IsMonth(string group) => int.Parse(group, provider: null) is >= 1 and <= 12;
}
