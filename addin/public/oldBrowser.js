// Plain ES5 on purpose: an old Excel shows the pane in Internet Explorer or EdgeHTML, which do not run the app. This says so.
;(function () {
  var texts = {
    hans: {
      title: '这台电脑的 Excel 太旧，窗格打不开',
      what: '同表需要 Excel 2021（LTSC）、Excel 2024 或 Microsoft 365。这里的 Excel 用的还是旧的浏览器内核。',
      instead:
        '现在也能办事：用新的浏览器（Edge、Chrome、360 极速模式）打开下面的网址，把工作簿文件放进去，一样可以识别、核对和上报。',
      desk: '给信息科的话：请把 Office 升级到 2021（LTSC）或更新，或安装 Microsoft Edge WebView2 运行时后重启 Excel。',
      slow: '窗格一直没有打开。请检查网络，或请信息科看一下：',
    },
    hant: {
      title: '這臺電腦的 Excel 太舊，窗格打不開',
      what: '同表需要 Excel 2021（LTSC）、Excel 2024 或 Microsoft 365。這裡的 Excel 用的還是舊的瀏覽器核心。',
      instead:
        '現在也能辦事：用新的瀏覽器（Edge、Chrome）開啟下面的網址，把活頁簿檔案放進去，一樣可以識別、核對和上報。',
      desk: '給資訊科的話：請把 Office 升級到 2021（LTSC）或更新，或安裝 Microsoft Edge WebView2 執行階段後重新啟動 Excel。',
      slow: '窗格一直沒有開啟。請檢查網路，或請資訊科看一下：',
    },
    en: {
      title: 'Excel on this computer is too old to open the pane',
      what: 'Tongbiao needs Excel 2021 (LTSC), Excel 2024 or Microsoft 365. This Excel still uses an old browser engine.',
      instead:
        'Work can go on: open this address in a current browser (Edge, Chrome) and drop the workbook file there; it can be recognised, checked and published all the same.',
      desk: 'For the IT desk: please upgrade Office to 2021 (LTSC) or newer, or install the Microsoft Edge WebView2 runtime and restart Excel.',
      slow: 'The pane has not opened. Check the network, or show this to the IT desk:',
    },
  }
  var language = String(navigator.language || navigator.userLanguage || '').toLowerCase()
  var text = texts.hans
  if (language.indexOf('en') === 0) text = texts.en
  if (/^zh-(tw|hk|mo|hant)/.test(language)) text = texts.hant
  var isOld = !('noModule' in document.createElement('script'))
  /** Longer than a slow computer takes to open. */
  var patienceMs = 20000

  function add(parent, name, content) {
    var element = document.createElement(name)
    element.appendChild(document.createTextNode(content))
    parent.appendChild(element)
    return element
  }

  function show() {
    if (document.documentElement.getAttribute('data-ready') === 'true') return
    var root = document.getElementById('root')
    root.innerHTML = ''
    var page = document.createElement('div')
    page.className = 'page'
    page.id = 'tooOld'
    root.appendChild(page)
    if (isOld) {
      add(page, 'h1', text.title)
      add(page, 'p', text.what)
      add(page, 'p', text.instead)
    } else add(page, 'p', text.slow)
    var address = location.protocol + '//' + location.host + '/'
    var link = add(add(page, 'p', ''), 'a', address)
    link.href = address
    link.target = '_blank'
    add(page, 'p', text.desk)
    add(page, 'p', navigator.userAgent).className = 'quiet'
  }

  if (isOld) show()
  else setTimeout(show, patienceMs)
})()
