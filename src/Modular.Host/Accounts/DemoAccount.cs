namespace Modular.Host.Accounts;

/// <summary>An account of the demonstration, shown on the sign-in page and nowhere else.</summary>
internal sealed record DemoAccount(string Login, string Password, string Who);
