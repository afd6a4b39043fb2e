using Modular.Contracts.Forms;

namespace Modular.Forms.Kinds;

/// <summary>The name of a town: free text that tells nobody who the person is.</summary>
internal sealed class CommuneKind : TextKind
{
    public override FieldKind Name => FieldKind.Commune;

    public override bool IsNominative => false;

    protected override int MaxLength => 100;
}
