namespace Modular.Intake.Secrecy;

/// <summary>Where keys are kept that no copy of the tables holds.</summary>
public interface IKeyFiles
{
    /// <summary>The folder where this host has them.</summary>
    string Folder { get; }

    /// <summary>The names of those without which this host shares none with others; empty when it is alone.</summary>
    IReadOnlyList<string> OfSharing { get; }

    /// <summary>The names of those that are in the folder. None is made.</summary>
    IReadOnlyList<string> Names();

    /// <summary>The one of this name. When there is none, the one that is made now: all who ask get the same, whichever process asks first.</summary>
    byte[] ReadOrAdd(string name, Func<byte[]> make);

    /// <summary>What other hosts have made comes to this one's folder, and what is there to them. Where there is none at all, none is made.</summary>
    void Share();
}
