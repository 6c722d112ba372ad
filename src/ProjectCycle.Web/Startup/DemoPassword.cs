using System.Security.Cryptography;

namespace ProjectCycle.Web.Startup;

/// <summary>The password of the people of a demo: from the settings, else made up and printed once.</summary>
internal static class DemoPassword
{
    public static string Of(Settings settings) => settings.DemoPassword ?? $"demo-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}";
}
