namespace ProjectCycle.Web.Security;

/// <summary>A content security policy of its own for a page that cannot live under <see cref="SecurityHeaders.ContentPolicy"/>.</summary>
/// <param name="policy">The header's value.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ContentPolicyAttribute(string policy) : Attribute
{
    public string Policy { get; } = policy;
}
