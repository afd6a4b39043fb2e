using Microsoft.AspNetCore.Http;

namespace Modular.Access.Sessions;

internal sealed class CurrentViewer(IHttpContextAccessor http) : ICurrentViewer
{
    public Viewer? Viewer => SessionPrincipal.ViewerOf(http.HttpContext?.User);
}
