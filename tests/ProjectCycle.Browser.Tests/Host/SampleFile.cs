using System.Text;
using Microsoft.Playwright;

namespace ProjectCycle.Browser.Tests.Host;

/// <summary>Files to upload.</summary>
internal static class SampleFile
{
    /// <summary>Begins as a PDF does, which is what the program looks at.</summary>
    public static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes($"%PDF-1.4\n% {name}\n%%EOF\n") };

    /// <summary>A program that calls itself a PDF.</summary>
    public static FilePayload Executable { get; } = new() { Name = "laporan.pdf", MimeType = "application/pdf", Buffer = [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00] };
}
