namespace Modular.Architecture.Tests.Repositories;

/// <summary>Who broke a rule, and why it is one.</summary>
internal sealed record Breach(string Offender, string Reason)
{
    public override string ToString() => $"{Offender}: {Reason}";
}
