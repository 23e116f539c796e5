namespace StaticNets.Generator.Common;

/// <summary>Text in doc comments. Quotes and apostrophes stay as they are, so that formulas stay readable.</summary>
internal static class XmlText
{
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
