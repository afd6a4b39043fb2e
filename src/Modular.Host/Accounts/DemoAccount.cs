namespace Modular.Host.Accounts;

/// <summary>An account of the demonstration, shown on the sign-in page and nowhere else. Registered by the demonstration alone.</summary>
internal sealed record DemoAccount(string Login, string Password, string Who);
