namespace Modular.Intake.Secrecy;

/// <summary>Where keys are kept that no copy of the tables holds.</summary>
public interface IKeyFiles
{
    /// <summary>The one of this name. When there is none, the one that is made now: all who ask get the same, whichever process asks first.</summary>
    byte[] ReadOrAdd(string name, Func<byte[]> make);

    /// <summary>What other hosts have made comes to this one's folder, and what is there to them.</summary>
    void Share();
}
