using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Reports.Deadlines;

namespace ProjectCycle.Web.Pages.Deadlines;

/// <summary>How a calendar is handed out.</summary>
internal static class CalendarAnswer
{
    /// <summary>As a file, or "not modified" for a program that has these very bytes.</summary>
    public static FileContentResult Calendar(this PageModel page, DeadlineCalendar calendar)
    {
        var bytes = DeadlineCalendarFile.Write(calendar);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
        page.Response.Headers.CacheControl = "private, no-cache";
        return new FileContentResult(bytes, DeadlineCalendarFile.ContentType) { FileDownloadName = DeadlineCalendarFile.FileName(calendar), EntityTag = tag };
    }
}
