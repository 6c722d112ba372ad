using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ProjectCycle.Web.Pages;

/// <summary>What went wrong, in words, without the inside of the program. Comes in place of any answer without a body.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The codes that have their own words.</summary>
    private static readonly int[] Worded = [400, 403, 404, 409, 413, 429, 500];

    public string Text { get; private set; } = "error.500";

    /// <summary>Finds the log lines of this request.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code)
    {
        code = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            DbUpdateConcurrencyException => StatusCodes.Status409Conflict, // a lost race no use case foresaw
            BadHttpRequestException request => request.StatusCode,
            _ => code,
        };
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Text = $"error.{(Worded.Contains(Response.StatusCode) ? Response.StatusCode : 500)}";
    }
}
